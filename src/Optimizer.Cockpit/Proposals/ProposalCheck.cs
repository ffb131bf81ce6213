using System.Text;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Instances;

namespace Optimizer.Cockpit.Proposals;

/// <summary>Refuses proposals that no person could sensibly answer.</summary>
internal sealed class ProposalCheck(ServedLoop loop)
{
    /// <summary>Bytes of a proposed policy: whoever answers must be able to read it.</summary>
    public const int LongestPolicy = 32 * 1024;

    private const int LongestSegment = 200;

    /// <returns>What is wrong; null when it may be written down.</returns>
    public async Task<Problem?> FaultAsync(ProposalOrder order, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(order.Kind) || !Enum.IsDefined(order.Source))
        {
            return Problem.Invalid($"{order.Kind} from {order.Source} is no proposal that exists", new FieldProblem("kind", "is not known"));
        }

        if (string.IsNullOrWhiteSpace(order.Why) || order.Why.Length > ProposalOrder.LongestWhy)
        {
            return Problem.Invalid($"why must say in 1 to {ProposalOrder.LongestWhy:#,0} characters what for", new FieldProblem("why", $"1 to {ProposalOrder.LongestWhy:#,0} characters"));
        }

        return (order.Kind == ProposalKind.TryHypothesis) != (order.Hypothesis is not null)
                ? Problem.Invalid("hypothesis belongs to try_hypothesis, and to nothing else", new FieldProblem("hypothesis", order.Hypothesis is null ? "is missing" : "does not belong here"))
            : (order.Kind == ProposalKind.ChangePolicy) != (order.Policy is not null)
                ? Problem.Invalid("policy belongs to change_policy, and to nothing else", new FieldProblem("policy", order.Policy is null ? "is missing" : "does not belong here"))
            : order.Policy is { } policy ? await PolicyAsync(policy, cancellationToken)
            : await PlayAsync(order, cancellationToken);
    }

    private async Task<Problem?> PolicyAsync(string text, CancellationToken cancellationToken)
    {
        if (Encoding.UTF8.GetByteCount(text) > LongestPolicy)
        {
            return Problem.Invalid($"the policy is longer than {LongestPolicy:#,0} bytes; an admin may put it in force by hand", new FieldProblem("policy", "is too long"));
        }

        var change = await PolicyChange.ReadAsync(loop.World.Plays, loop.Terms, text, "policy", cancellationToken);
        return change.IsSame ? Problem.Conflict("nothing_to_do", "this policy is in force already")
            : change.Book is not null ? null
            : Problem.Invalid(
                change.Problems.Count == 1 ? change.Problems[0].ToString() : $"{change.Problems.Count} things are wrong with the policy",
                [.. change.Problems.Select(each => new FieldProblem($"policy.{each.Field}".TrimEnd('.'), each.Problem, each.Line))]);
    }

    private async Task<Problem?> PlayAsync(ProposalOrder order, CancellationToken cancellationToken)
    {
        if (!Slugs.IsOne(order.Play) || await loop.Client.StatusAsync(LoopNames.PlayId(order.Play), cancellationToken) is not { } status)
        {
            return Problem.NotFound("play", order.Play);
        }

        var view = PlayViews.Of(status);
        if (status.State.IsFinished())
        {
            return Problem.Conflict("play_stopped", $"the play '{Shown.Of(order.Play)}' was stopped for good");
        }

        if (ProposalTurn.Of(order.Kind, view.Status, view.Experiment).Fault is { } fault)
        {
            return Problem.Conflict("nothing_to_do", fault);
        }

        return order.Hypothesis is { } hypothesis ? await HypothesisAsync(order, hypothesis, cancellationToken) : null;
    }

    private async Task<Problem?> HypothesisAsync(ProposalOrder order, ProposedHypothesis hypothesis, CancellationToken cancellationToken)
    {
        var play = (await loop.Terms.InForceAsync(order.Play, cancellationToken)).Play;
        var tried = hypothesis.For(new()
        {
            At = loop.Clock.GetUtcNow(),
            By = order.By.Name,
            Id = "proposed",
            IsHuman = order.By.IsHuman,
            Kind = order.Kind,
            Play = order.Play,
            Source = order.Source,
            Why = order.Why,
        });
        List<string> faults = [.. HypothesisCheck.FaultsOf(play, tried)];
        if (hypothesis.Segment is { Length: > LongestSegment })
        {
            faults.Add($"the segment is longer than {LongestSegment} characters");
        }

        return faults.Count == 0 ? null : Problem.Invalid(string.Join("; ", faults), [.. faults.Select(fault => new FieldProblem("hypothesis", fault))]);
    }
}
