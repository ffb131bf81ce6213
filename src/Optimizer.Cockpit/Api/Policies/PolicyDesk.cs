using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Policies;

/// <summary>
/// Shows the policy and takes another. What allows more than before needs two persons (OPERATORS 4.5): the first to send it proposes
/// it, the second who sends the same text within a day puts it in force. The trail holds the proposal.
/// </summary>
internal sealed class PolicyDesk(ServedLoop loop) : IDisposable
{
    public const long MostBytes = 512 * 1024;

    private const string Propose = "policy.propose";
    private const string Put = "policy.put";
    private const string Nobody = "-";
    private const int HashDigits = 16;

    private static readonly TimeSpan ProposalHolds = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    public async Task<IResult> GetAsync(HttpContext context)
    {
        var stored = await loop.World.Plays.FindAsync(PlayTerms.PolicyName, context.RequestAborted);
        return context.Request.Headers.Accept.ToString().Contains("yaml", StringComparison.OrdinalIgnoreCase)
            ? new TextAnswer(stored?.Text ?? "", "application/yaml", Tag(stored))
            : new JsonAnswer<PolicyAnswer>(InForce(stored, [], [])) { Tag = Tag(stored) };
    }

    public async Task<IResult> PutAsync(HttpContext context)
    {
        var read = await Body.TextAsync(context, PlayDefinitions.Types);
        return read.Value is { } text
            ? await PutAsync(context.Caller(), text, tag => EntityTags.Refusal(context.Request, tag, isRequired: true), context.RequestAborted)
            : read.Refusal!;
    }

    /// <summary>Takes a policy from somebody; answers with it in force, with it proposed, or with what is in the way.</summary>
    /// <param name="caller">Whose order it is.</param>
    /// <param name="text">The whole policy.</param>
    /// <param name="unmet">Told the ETag in force, says why that is not the one they have seen; null when it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult> PutAsync(Principal caller, string text, Func<string, Problem?> unmet, CancellationToken cancellationToken)
    {
        if (!caller.IsHuman)
        {
            return new Problem(403, "human_only", "only a person may change the policy; programs may propose it to one");
        }

        var file = PolicyFile.Read(text, "body");
        if (file.Policy is null)
        {
            return Problem.Invalid(
                file.Problems.Count == 1 ? file.Problems[0].ToString() : $"{file.Problems.Count} things are wrong with the policy",
                [.. file.Problems.Select(each => new FieldProblem(each.Field, each.Problem, each.Line))]);
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            var stored = await loop.World.Plays.FindAsync(PlayTerms.PolicyName, cancellationToken);
            return unmet(Tag(stored)) is { } refusal ? refusal : await TakeAsync(caller, text, stored, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private static string Tag(StoredText? stored) => EntityTags.Of(stored?.Hash ?? PlayTerms.NoPolicy);

    private static PolicyAnswer InForce(StoredText? stored, IReadOnlyList<WiderValue> wider, IReadOnlyList<PolicyFinding> findings) =>
        new(stored?.Hash ?? PlayTerms.NoPolicy, "in_force", stored?.File, stored?.At, stored?.Text ?? "", wider, findings);

    private async Task<IResult> TakeAsync(Principal caller, string text, StoredText? stored, CancellationToken cancellationToken)
    {
        var change = await PolicyChange.ReadAsync(loop.World.Plays, loop.Terms, text, "body", cancellationToken);
        var (findings, wider) = (change.Findings, change.Wider);
        if (change.IsSame)
        {
            return new JsonAnswer<PolicyAnswer>(InForce(stored, [], findings)) { Tag = Tag(stored) };
        }

        var (now, hash) = (loop.Clock.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits]);
        var proposer = wider.Count == 0 ? null : await ProposerAsync(caller.Name, hash, stored, now, cancellationToken);
        if (wider.Count > 0 && proposer is null)
        {
            // The text first: the second person shall read what they say yes to.
            await loop.World.Artifacts.WriteAsync(PathOf(hash), text, cancellationToken);
            await WriteAsync(caller.Name, Propose, hash, now, cancellationToken);
            return new JsonAnswer<PolicyAnswer>(new(hash, "proposed", "api", null, text, wider, findings), StatusCodes.Status202Accepted);
        }

        // The order first: a policy that nobody is known to have given must not be in force.
        await WriteAsync(caller.Name, Put, proposer is null ? hash : $"{hash} proposed by {proposer}", now, cancellationToken);
        var put = await loop.World.Plays.PutAsync(PlayTerms.PolicyName, text, "api", now, cancellationToken);
        return new JsonAnswer<PolicyAnswer>(InForce(put, wider, findings)) { Tag = Tag(put) };
    }

    /// <summary>Who else has proposed this text lately, since the policy in force came into force.</summary>
    private async Task<string?> ProposerAsync(string caller, string hash, StoredText? stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await ProposedAsync(stored, now, cancellationToken);
        return open.FirstOrDefault(each => each.Hash == hash && !People.Same(each.By, caller))?.By;
    }

    /// <summary>What waits for a second person, oldest first.</summary>
    public async Task<IReadOnlyList<PolicyProposal>> ProposalsAsync(CancellationToken cancellationToken)
    {
        var stored = await loop.World.Plays.FindAsync(PlayTerms.PolicyName, cancellationToken);
        var open = await ProposedAsync(stored, loop.Clock.GetUtcNow(), cancellationToken);
        var shown = new List<PolicyProposal>();
        foreach (var each in open.Where(each => each.Hash != stored?.Hash).DistinctBy(each => (each.Hash, each.By)))
        {
            var text = await loop.World.Artifacts.ReadAsync(PathOf(each.Hash), cancellationToken);
            shown.Add(each with { Text = text is not null && StoredText.HashOf(text) == each.Hash ? text : null });
        }

        return shown;
    }

    private async Task<List<PolicyProposal>> ProposedAsync(StoredText? stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = stored is { At: var at } && at > now - ProposalHolds ? at : now - ProposalHolds;
        var open = new List<PolicyProposal>();
        await foreach (var record in loop.World.Audit.ReadAsync(new() { Kinds = ["order.given"], Play = Nobody, Since = since }, cancellationToken))
        {
            if (record.Entry is { Event: OrderGiven { Order: Propose } order, Actor: var actor })
            {
                open.Add(new(order.Detail, actor, record.Entry.At, record.Entry.At + ProposalHolds, record.Sequence));
            }
        }

        return open;
    }

    private static string PathOf(string hash) => $"policies/{hash}.yaml";

    private async Task WriteAsync(string by, string order, string detail, DateTimeOffset now, CancellationToken cancellationToken) =>
        await loop.World.Audit.AppendAsync($"order/policy/{Guid.NewGuid():N}", new()
        {
            Actor = by,
            At = now,
            Cause = "policy",
            Event = new OrderGiven(order, detail),
            Play = Nobody,
        }, cancellationToken);
}
