using Optimizer.Cockpit.Api.Answers;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows;
using Optimizer.Workflows.Proposals;

namespace Optimizer.Cockpit.Proposals;

/// <summary>
/// Takes what people and programs want done: each becomes a proposal that policy rules on and a person answers, never an act (S1-163).
/// What is plainly wrong is refused before anything is written down.
/// </summary>
internal sealed class ProposalDesk(ServedLoop loop) : IDisposable
{
    /// <summary>Open proposals of one proposer; nobody can bury the people who answer.</summary>
    public const int MostOpen = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly ProposalFinder _finder = new(loop);
    private readonly ProposalCheck _check = new(loop);
    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    /// <summary>Writes a proposal down, and waits until policy has answered.</summary>
    public async Task<ProposalReply> ProposeAsync(ProposalOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var proposal = Made(order);
        if (order.Key is not null && await _finder.ViewAsync(proposal.Id, cancellationToken) is { } earlier)
        {
            return IsSame(earlier.Proposal, proposal)
                ? Reply(earlier)
                : new(null, new(422, "idempotency_key_reused", "the key was used for another proposal; take a new key for a new one"));
        }

        if (await _check.FaultAsync(order, cancellationToken) is { } fault)
        {
            return new(null, fault);
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            var open = await _finder.OpenAsync(cancellationToken);
            if (open.FirstOrDefault(each => IsSame(each.Proposal, proposal)) is { } same)
            {
                return Reply(same);
            }

            if (open.Count(each => each.Proposal.By == order.By.Name) >= MostOpen)
            {
                return new(null, new(429, "too_many_proposals", $"{MostOpen} proposals of yours wait for an answer; let people answer them first") { RetryAfter = 3600 });
            }

            await loop.Client.StartAsync(
                LoopNames.Proposal, LoopNames.ProposalId(proposal.Id), proposal,
                new() { Tags = new Dictionary<string, string> { ["play"] = proposal.Play } }, cancellationToken);
        }
        finally
        {
            _one.Release();
        }

        return Reply(await RuledAsync(proposal, cancellationToken));
    }

    private static ProposalReply Reply(ProposalView view)
    {
        var shown = ProposalShown.Of(view);
        return new(shown, view switch
        {
            { Ruling: { Kind: RulingKind.Deny } ruling, State: ProposalState.Denied } => Problem.Denied(ruling),
            { State: ProposalState.Superseded, Request: null, End: { } end } => Problem.Conflict("nothing_to_do", end.Why),
            _ => null,
        });
    }

    /// <summary>Whether two are about the same thing by the same proposer, whatever the words of the reason.</summary>
    private static bool IsSame(Proposal one, Proposal other) =>
        one.Kind == other.Kind && one.Play == other.Play && one.By == other.By && one.Policy == other.Policy && one.Tried()?.Fingerprint == other.Tried()?.Fingerprint;

    private Proposal Made(ProposalOrder order) => new()
    {
        At = loop.Clock.GetUtcNow(),
        By = order.By.Name,
        Hypothesis = order.Hypothesis,
        Id = $"p{PayloadHash.Of(order.By.Name, order.Key ?? Guid.NewGuid().ToString("N"))}",
        IsHuman = order.By.IsHuman,
        Kind = order.Kind,
        MayOrder = order.By is { IsHuman: true, Role: >= Role.Operator },
        Play = order.Kind == ProposalKind.ChangePolicy ? "-" : order.Play,
        Policy = order.Policy,
        Source = order.Source,
        Why = order.Why.Trim(),
    };

    /// <summary>As policy has answered; as it was made while the engine does not come to it.</summary>
    private async Task<ProposalView> RuledAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var (pause, waited) = (FirstPause, TimeSpan.Zero);
        while (waited < Patience)
        {
            if (await _finder.ViewAsync(proposal.Id, cancellationToken) is { State: not ProposalState.Proposed } ruled)
            {
                return ruled;
            }

            await Task.Delay(pause, cancellationToken);
            waited += pause;
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }

        return new() { Proposal = proposal };
    }
}
