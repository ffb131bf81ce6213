namespace Optimizer.Domain.Notices;

/// <summary>What becomes of a message for one recipient.</summary>
public enum NoticeTurn
{
    /// <summary>It goes out now.</summary>
    Send,

    /// <summary>It goes out later, together with others.</summary>
    Hold,

    /// <summary>It does not go out.</summary>
    Drop,
}
