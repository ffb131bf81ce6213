using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Convergence;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>What follows from an experiment: convergence, strategic review, less autonomy (S0-062, S0-069 to S0-072, C34).</summary>
internal sealed class ConcludeActivity(World world, TermsReader terms)
{
    public static Activity<ConcludeOrder, ConcludeAnswer> Handle { get; } = new(ActivityNames.PlayConclude);

    public async Task<ConcludeAnswer> RunAsync(ActivityContext context, ConcludeOrder order)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.InForceAsync(order.Play, cancel);
        var key = $"{order.Ended.Experiment}/concluded";
        var notices = new List<Notice>();
        var entries = new List<KeyedEntry>();
        var failed = HasFailed(order, inForce.Policy);
        if (failed)
        {
            var why = $"All of the last {inForce.Policy.FailuresBeforePause} experiments failed: "
                + $"{string.Join(", ", order.Concluded.TakeLast(inForce.Policy.FailuresBeforePause).Select(run => run.Experiment))}. "
                + "Nothing is tried until a person has looked at the strategy and resumes the play.";
            Add("review", new PlayPaused("strategic_review", why));
            notices.Add(new(order.Play, "high", $"{inForce.Play.Name}: strategic review needed", why, $"review-{order.Play}") { Kind = NoticeKind.ReviewNeeded });
        }

        var reading = Convergence(order, inForce);

        // Harm in a row is no maximum: it leads to a person's review (S0-062), and three reverts must not hide the fourth.
        var converged = !failed && reading.IsConverged && order.Concluded[^1].Booked is not null
            && order.Concluded.Where(run => run.Booked is not null).TakeLast(inForce.Play.Convergence.Consecutive).Any(run => run.End != DecisionKind.Revert);
        if (converged)
        {
            var run = order.Concluded.Where(each => each.Booked is not null).TakeLast(inForce.Play.Convergence.Consecutive).Select(each => each.Experiment).ToList();
            var report = ConvergenceReport.Text(
                inForce.Play, reading, Levels(order.Marks), run);
            Add("converged", new PlayConverged(reading.Claim, run, report));
            notices.Add(new(order.Play, "info", $"{inForce.Play.Name}: at its local maximum", report, $"converged-{order.Play}"));
        }

        var ruling = Graduation.Judge(order.Autonomy, order.AutonomySince, order.Card, order.At, inForce.Policy);
        var level = order.Autonomy;
        if (ruling.To < level)
        {
            level = ruling.To;
            Add("autonomy", new AutonomyChanged(order.Autonomy, level, "policy", ruling.Reasons));
            notices.Add(new(order.Play, "high", $"{inForce.Play.Name}: autonomy lowered to {level}", string.Join("\n", ruling.Reasons), $"autonomy-{order.Play}"));
        }

        await world.Audit.AppendAsync(entries, cancel);
        foreach (var notice in notices)
        {
            await world.Notifier.NotifyAsync(notice, $"{key}/{notice.About}", cancel);
        }

        return new(converged, failed, level);

        void Add(string what, AuditEvent happened) => entries.Add(new($"{key}/{what}", new()
        {
            Actor = "policy",
            At = order.At,
            Cause = order.Cause,
            Event = happened,
            Experiment = order.Ended.Experiment,
            Play = order.Play,
        }));
    }

    private static bool HasFailed(ConcludeOrder order, EffectivePolicy policy)
    {
        // As the rule of policy counts: a broken experiment says nothing either way.
        var since = order.Concluded
            .Where(run => run.End != DecisionKind.Halt && (order.ReviewedAt is not { } reviewed || run.EndedAt > reviewed)).ToList();
        return since.Count >= policy.FailuresBeforePause && since.TakeLast(policy.FailuresBeforePause).All(run =>
            run.End == DecisionKind.Revert || policy.NotAdoptedIsFailure && run.End is DecisionKind.Iterate);
    }

    private static ConvergenceReading Convergence(ConcludeOrder order, PlayTerms inForce)
    {
        var plan = inForce.Play.Convergence;
        return new ConvergenceRule(plan.MaxLiftPercent / 100, plan.Consecutive)
            .Judge(order.Concluded.Select(run => new ConcludedExperiment(run.Booked, run.DetectableLift)));
    }

    private static Dictionary<string, double> Levels(IReadOnlyDictionary<string, KpiMark> marks) => marks
        .Where(pair => pair.Value.Recent is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Value.Recent!.Value, StringComparer.Ordinal);
}
