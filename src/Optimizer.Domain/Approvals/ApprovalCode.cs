namespace Optimizer.Domain.Approvals;

/// <summary>What became of an answer, for machines. An answer that counts is <see cref="Counted"/>; all others change nothing.</summary>
public static class ApprovalCode
{
    public const string Counted = "counted";

    /// <summary>It has not been judged yet, and will be.</summary>
    public const string Kept = "kept";

    /// <summary>The same was said before: the first answer holds.</summary>
    public const string Repeated = "repeated";

    /// <summary>It was decided otherwise before: the first decision wins.</summary>
    public const string AlreadyDecided = "already_decided";

    /// <summary>Another change is asked about now.</summary>
    public const string Superseded = "superseded";

    /// <summary>It came too late.</summary>
    public const string Expired = "expired";

    /// <summary>Nobody needs the answer any more.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Nobody approves what is their own, nor what is of who they answer for.</summary>
    public const string OwnProposal = "own_proposal";

    public const string SeatTooLow = "seat_too_low";

    /// <summary>Programs cannot approve.</summary>
    public const string Program = "program";

    /// <summary>A rejection says why.</summary>
    public const string CommentNeeded = "comment_needed";

    public const string Nobody = "nobody";
}
