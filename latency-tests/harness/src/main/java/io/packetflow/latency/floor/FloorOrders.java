package io.packetflow.latency.floor;

/**
 * Hot path. The floor's own orders by userRefNum, in arrays: what a hand-written loop needs to settle exposure. Two
 * references of one order share a record while a replace is under way.
 */
final class FloorOrders
{
    private static final int CAPACITY = 1 << 16;
    private static final int MASK = CAPACITY - 1;

    final int[] record = new int[CAPACITY];
    final long[] livePriceE4 = new long[CAPACITY];
    final long[] pendingPriceE4 = new long[CAPACITY];
    final long[] reservedPriceE4 = new long[CAPACITY];
    final int[] openQuantity = new int[CAPACITY];
    final int[] reservedQuantity = new int[CAPACITY];
    final int[] locate = new int[CAPACITY];
    final int[] side = new int[CAPACITY];
    final int[] liveRef = new int[CAPACITY];

    int of(final int userRef)
    {
        return record[userRef & MASK];
    }

    void enter(final int userRef, final int symbol, final int orderSide, final long priceE4, final int quantity)
    {
        final int at = userRef & MASK;
        record[at] = at;
        livePriceE4[at] = priceE4;
        reservedPriceE4[at] = priceE4;
        openQuantity[at] = quantity;
        reservedQuantity[at] = quantity;
        locate[at] = symbol;
        side[at] = orderSide;
        liveRef[at] = userRef;
    }

    void replace(final int original, final int userRef, final long priceE4, final int quantity)
    {
        final int at = of(original);
        record[userRef & MASK] = at;
        pendingPriceE4[at] = priceE4;
        reservedPriceE4[at] = Math.max(reservedPriceE4[at], priceE4);
        reservedQuantity[at] = Math.max(reservedQuantity[at], quantity);
    }

    void replaced(final int userRef, final int quantity)
    {
        final int at = of(userRef);
        livePriceE4[at] = pendingPriceE4[at];
        reservedPriceE4[at] = pendingPriceE4[at];
        openQuantity[at] = quantity;
        reservedQuantity[at] = quantity;
        liveRef[at] = userRef;
    }
}
