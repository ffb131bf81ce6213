using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Proposals;

/// <summary>Something that a person or a program wants done: never more than a question to a person (S1-163).</summary>
public sealed record Proposal
{
    /// <summary>Such as p4f1c2a9b3d7e; the question to a person has the same.</summary>
    public required string Id { get; init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>Slug of the play; "-" for the policy.</summary>
    public required string Play { get; init; }

    /// <summary>Why, in the words of whoever proposes it: untrusted text.</summary>
    public required string Why { get; init; }

    /// <summary>The principal.</summary>
    public required string By { get; init; }

    /// <summary>False for programs.</summary>
    public required bool IsHuman { get; init; }

    /// <summary>Whether they may give the same order by hand; their own yes is then no more than that.</summary>
    public bool MayOrder { get; init; }

    public required ProposalSource Source { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What is to be tried; only of <see cref="ProposalKind.TryHypothesis"/>.</summary>
    public ProposedHypothesis? Hypothesis { get; init; }

    /// <summary>The whole policy as text; only of <see cref="ProposalKind.ChangePolicy"/>.</summary>
    public string? Policy { get; init; }

    /// <summary>The hypothesis as the play would keep it; null when it is about something else.</summary>
    public Hypothesis? Tried() => Hypothesis?.For(this);
}
