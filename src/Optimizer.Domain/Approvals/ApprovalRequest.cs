using System.Text.Json.Serialization;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>A question to a person, bound to the exact change.</summary>
public sealed record ApprovalRequest
{
    /// <summary>Such as onboarding-3-start; the workflow that asks is approval-&lt;id&gt;.</summary>
    public required string Id { get; init; }

    public required string Play { get; init; }

    /// <summary>The experiment it is about; null when it is about the play.</summary>
    public string? Experiment { get; init; }

    /// <summary>One sentence: what would be done.</summary>
    public required string Title { get; init; }

    public required ActionKind Action { get; init; }

    public required ChangeClass Class { get; init; }

    /// <summary>How much the change may hurt, as its proposer rated it.</summary>
    public RiskLevel Risk { get; init; }

    /// <summary>Whether it cannot wait for the end of quiet hours: a person must look before anything goes on (S0-030, S0-059).</summary>
    public bool IsUrgent => Risk == RiskLevel.High || ClassRule.IsProtected(Class);

    /// <summary>What is there now, as text; empty when nothing is.</summary>
    public required string Before { get; init; }

    /// <summary>What would be there.</summary>
    public required string After { get; init; }

    /// <summary>Of the exact change; an answer to another hash is for another change.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>Why it is asked, decisive rule first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Who proposes it; nobody approves what is their own.</summary>
    public required string RequestedBy { get; init; }

    public required Seat Seat { get; init; }

    /// <summary>Whether only a human may answer, as for prices and legal text.</summary>
    public bool HumanOnly { get; init; } = true;

    /// <summary>
    /// Whether the proposer's own yes counts: a person who may give the same order by hand does no more by it. Never for programs, never
    /// for the policy.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOwnOrder { get; init; }

    /// <summary>Approvals needed from different people; at least 1.</summary>
    public int Quorum { get; init; } = 1;

    /// <summary>Share of the play's traffic that would meet the change, in [0, 1]: what is at stake where no money is named.</summary>
    public double TrafficShare { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required TimeoutAction OnTimeout { get; init; }
}
