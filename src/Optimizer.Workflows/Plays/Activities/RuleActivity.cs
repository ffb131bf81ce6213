using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>
/// Asks policy whether an experiment may start, and reserves the start in the same breath: when another play was quicker, it is ruled
/// again on what is true then (S0-054).
/// </summary>
internal sealed class RuleActivity(World world, TermsReader terms)
{
    private const int MostRaces = 1000;

    public static Activity<StartOrder, StartAnswer> Handle { get; } = new("play-rule");

    public async Task<StartAnswer> RunAsync(ActivityContext context, StartOrder order)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.InForceAsync(order.Play, cancel);
        var (play, policy) = (inForce.Play, inForce.Policy);
        var variable = play.Variables.FirstOrDefault(each => each.Key == order.Hypothesis.Variable);
        var kpi = play.Kpis.First(each => each.Key == order.Kpi);
        var last = TickClock.LocalDay(order.At, play.Monitor.TimeZone).AddDays(-1);
        var action = Action(order, variable, kpi.Measure.IsTracked ? await world.Kpis.DaysAsync(play, kpi, last, cancel) : 0,
            variable is not null && world.Channel.CanChange(play, variable));
        var live = variable is null ? null : await world.Channel.ReadAsync(play, variable, cancel);
        var payload = PayloadHash.Of(order.Experiment, order.Hypothesis.Fingerprint, live?.Json ?? "", order.Hypothesis.Setting.Json);
        for (var race = 0; race < MostRaces; race++)
        {
            var page = await world.Register.ReadAsync(policy.Site, play.Slug, order.At, cancel);

            // Run again after a crash: the start is reserved already, and what was ruled then stands.
            var isReserved = page.History.OfPlay.Any(past => past.Id == order.Experiment);
            var history = (isReserved ? Before(page.History, order) : page.History) with { ReviewedAt = order.ReviewedAt };
            var ruling = PolicyRule.Rule(action, history, order.Autonomy, policy);
            var isGranted = ruling.Kind == RulingKind.Ask
                && order.Granted is { State: ApprovalState.Approved } granted && granted.PayloadHash == payload;
            var starts = ruling.Kind == RulingKind.Allow || isGranted;
            if (starts && !isReserved && !await world.Register.TryStartAsync(Reservation(order, policy), page.Version, cancel))
            {
                continue;
            }

            if (isReserved && !starts)
            {
                // Policy changed between the reservation and the crash: the slot is given back.
                await world.Register.EndAsync(Reservation(order, policy) with { End = DecisionKind.Halt, EndedAt = order.At }, cancel);
            }

            await WriteAsync(order, inForce, action, history, ruling, starts, cancel);
            var asks = ruling.Kind == RulingKind.Ask && !isGranted;
            return new(ruling, starts, asks ? Request(order, inForce, ruling, live, payload) : null, policy.Site);
        }

        throw new InvalidOperationException($"the register of {policy.Site} changed {MostRaces} times while {order.Experiment} was ruled on");
    }

    private static ProposedAction Action(StartOrder order, Variable? variable, int baselineDays, bool isImplementable) => new()
    {
        At = order.At,
        BaselineDays = baselineDays,
        BudgetChange = order.Hypothesis.BudgetChange,
        Class = order.Hypothesis.Class,
        Experiment = order.Experiment,
        Fingerprint = order.Hypothesis.Fingerprint,
        IsAutonomousVariable = variable?.Autonomous ?? false,
        IsImplementable = isImplementable,
        IsTracked = order.IsTracked,
        Kind = ActionKind.StartExperiment,
        Play = order.Play,
        Risk = order.Hypothesis.Risk,
        TrackingFault = order.TrackingFault,
        TrafficShare = order.Hypothesis.TrafficShare,
        Variable = order.Hypothesis.Variable,
    };

    // What was there when the start was reserved: neither itself nor what began later.
    private static ActionHistory Before(ActionHistory history, StartOrder order) => history with
    {
        OfPlay = [.. history.OfPlay.Where(past => past.Id != order.Experiment && past.StartedAt <= order.At)],
        OfSite = [.. history.OfSite.Where(past => past.Id != order.Experiment && past.StartedAt <= order.At)],
    };

    private static PastExperiment Reservation(StartOrder order, EffectivePolicy policy) => new()
    {
        Fingerprint = order.Hypothesis.Fingerprint,
        Id = order.Experiment,
        Page = policy.Page,
        Play = order.Play,
        Site = policy.Site,
        StartedAt = order.At,
        Variable = order.Hypothesis.Variable,
    };

    private static ApprovalRequest Request(StartOrder order, PlayTerms terms, Ruling ruling, VariableSetting? live, string payload) => new()
    {
        Action = ActionKind.StartExperiment,
        After = order.Hypothesis.Setting.Json,
        AskedAt = order.At,
        Before = live?.Json ?? "",
        Class = order.Hypothesis.Class,
        Experiment = order.Experiment,
        ExpiresAt = order.At.AddHours(ruling.Terms!.Hours),
        Id = $"{order.Play}-q{order.Question}",
        OnTimeout = ruling.Terms.OnTimeout,
        PayloadHash = payload,
        Play = order.Play,
        Quorum = ruling.Terms.Quorum,
        Reasons = ruling.Reasons,
        RequestedBy = TickBook.Loop,
        Seat = ruling.Seat ?? terms.Policy.DefaultSeat,
        Title = $"Try on {terms.Play.Name}: {order.Hypothesis.Change}",
    };

    private async Task WriteAsync(
        StartOrder order, PlayTerms inForce, ProposedAction action, ActionHistory history, Ruling ruling, bool starts, CancellationToken cancel)
    {
        var about = new AuditEntry
        {
            Actor = "policy",
            At = order.At,
            Cause = order.Cause,
            Event = new RulingGiven($"{order.Play}-r{order.Question}", action, history, order.Autonomy, inForce.Reference, ruling),
            Experiment = order.Experiment,
            Play = order.Play,
        };
        var entries = new List<KeyedEntry> { new($"{order.Play}/ruling-{order.Question}", about) };
        if (starts)
        {
            var by = order.Granted?.By ?? TickBook.Loop;
            entries.Add(new($"{order.Play}/accepted-{order.Question}", about with
            {
                Actor = by,
                Event = new HypothesisAccepted(order.Hypothesis.Id, by, ruling.Reasons[0]),
            }));
        }
        else if (ruling.Code is "autonomy_shadow" or "autonomy_advisory")
        {
            entries.Add(new($"{order.Play}/would-{order.Question}", about with
            {
                Event = new WouldHave(order.Hypothesis.Id, $"Would have tried {order.Hypothesis.Change}: {order.Hypothesis.Rationale}"),
            }));
        }

        await world.Audit.AppendAsync(entries, cancel);
        if (ruling.Code == "autonomy_advisory")
        {
            await world.Notifier.NotifyAsync(
                new(order.Play, "info", $"{inForce.Play.Name}: suggestion", $"{order.Hypothesis.Change}\n\n{order.Hypothesis.Rationale}", $"suggestion-{order.Hypothesis.Id}"),
                $"{order.Play}/suggestion-{order.Question}", cancel);
        }
    }
}
