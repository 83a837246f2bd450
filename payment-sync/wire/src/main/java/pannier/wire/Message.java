package pannier.wire;

/** What goes over the wire in either direction. */
public sealed interface Message
    permits SettlementRequest,
        VoidRequest,
        SettlementReply,
        CartStatus,
        StoreWord,
        Checkpoint,
        WeighedPieces,
        PairRequest,
        PairReply,
        LoginRequest,
        LoginReply {}
