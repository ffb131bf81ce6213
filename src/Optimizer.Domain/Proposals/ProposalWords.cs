namespace Optimizer.Domain.Proposals;

/// <summary>Proposals as people say them.</summary>
public static class ProposalWords
{
    /// <summary>What would be done, such as "pause the play".</summary>
    public static string Of(ProposalKind kind) => kind switch
    {
        ProposalKind.PausePlay => "pause the play",
        ProposalKind.ResumePlay => "let the play go on",
        ProposalKind.StopPlay => "stop the play for good",
        ProposalKind.TryHypothesis => "try a hypothesis",
        ProposalKind.ChangePolicy => "change the policy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of proposal"),
    };
}
