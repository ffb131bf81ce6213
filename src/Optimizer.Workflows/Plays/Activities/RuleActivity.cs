using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>
/// Asks policy whether an experiment may start, and reserves the start in the same breath: when another play was quicker, it is ruled
/// again on what is true then (S0-054).
/// </summary>
internal sealed class RuleActivity(World world, TermsReader terms, FreezeSwitch freeze)
{
    private const int MostRaces = 1000;

    public static Activity<StartOrder, StartAnswer> Handle { get; } = new(ActivityNames.PlayRule);

    public async Task<StartAnswer> RunAsync(ActivityContext context, StartOrder order)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.SinceAsync(order.Play, order.DefinitionHash, cancel);
        var (play, policy) = (inForce.Play, inForce.For(ActionKind.StartExperiment, order.Experiment));
        var variable = play.Variables.FirstOrDefault(each => each.Key == order.Hypothesis.Variable);
        var kpi = play.Kpis.FirstOrDefault(each => each.Key == order.Kpi);
        var last = TickClock.LocalDay(order.At, play.Monitor.TimeZone).AddDays(-1);
        var action = Action(order, variable, kpi is { Measure.IsTracked: true } ? await world.Kpis.DaysAsync(play, kpi, last, cancel) : 0,

            // A hypothesis may be older than the definition: what is named there no more cannot be tried.
            kpi is not null && variable is not null && world.Channel.CanChange(play, variable));
        if (action.BudgetChange is not null)
        {
            action = action with { BudgetChangeLastDay = await BudgetMoves.LastDayAsync(world.Audit, order.Play, order.Experiment, order.At, cancel) };
        }

        var live = variable is null ? null : await world.Channel.ReadAsync(play, variable, cancel);
        var payload = PayloadHash.Of(order.Experiment, order.Hypothesis.Fingerprint, live?.Json ?? "", order.Hypothesis.Setting.Json);
        var isFrozen = await freeze.ReadAsync(cancel) is not null;
        for (var race = 0; race < MostRaces; race++)
        {
            var page = await world.Register.ReadAsync(policy.Site, play.Slug, order.At, cancel);

            // Run again after a crash or a failure: the start may be reserved already. It is ruled on as if it were not.
            var isReserved = page.History.OfPlay.Any(past => past.Id == order.Experiment);
            var history = (isReserved ? Before(page.History, order) : page.History) with { IsFrozen = isFrozen, ReviewedAt = order.ReviewedAt };
            var ruling = PolicyRule.Rule(action, history, order.Autonomy, policy);
            if (Starts(order, ruling, payload) && !isReserved && !await world.Register.TryStartAsync(Reservation(order, policy), page.Version, cancel))
            {
                continue;
            }

            var stored = await WriteAsync(order, inForce, action, history, ruling, payload, cancel);
            var starts = Starts(order, stored, payload);
            if (!starts)
            {
                // A place that was taken in a run that failed, and is not made use of, would be taken for ever.
                await world.Register.ReleaseAsync(Reservation(order, policy), cancel);
            }

            var asks = stored.Kind == RulingKind.Ask && !starts;
            return new(stored, starts, asks ? Request(order, inForce, stored, live, payload) : null, policy.Site);
        }

        throw new InvalidOperationException($"the register of {policy.Site} changed {MostRaces} times while {order.Experiment} was ruled on");
    }

    private static bool Starts(StartOrder order, Ruling ruling, string payload) => ruling.Kind == RulingKind.Allow
        || (ruling.Kind == RulingKind.Ask && order.Granted is { State: ApprovalState.Approved } granted && granted.PayloadHash == payload);

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
        Reasons = [.. ruling.Reasons, order.Hypothesis.Rationale],
        RequestedBy = TickBook.Loop,
        Risk = order.Hypothesis.Risk,
        Seat = ruling.Seat ?? terms.Policy.DefaultSeat,
        Title = $"Try on {terms.Play.Name}: {order.Hypothesis.Change}",
        TrafficShare = order.Hypothesis.TrafficShare,
    };

    /// <summary>Writes the ruling and what follows from it; the ruling that was stored first is the one that counts, also in a second run.</summary>
    private async Task<Ruling> WriteAsync(
        StartOrder order, PlayTerms inForce, ProposedAction action, ActionHistory history, Ruling given, string payload, CancellationToken cancel)
    {
        var about = new AuditEntry
        {
            Actor = "policy",
            At = order.At,
            Cause = order.Cause,
            Event = new RulingGiven($"{order.Play}-r{order.Question}", action, history, order.Autonomy, inForce.Reference, given),
            Experiment = order.Experiment,
            Play = order.Play,
        };
        var record = await world.Audit.AppendAsync($"{order.Play}/ruling-{order.Question}", about, cancel);
        var ruling = ((RulingGiven)record.Entry.Event).Answer;
        if (Starts(order, ruling, payload))
        {
            var by = order.Granted?.By ?? TickBook.Loop;
            await world.Audit.AppendAsync($"{order.Play}/accepted-{order.Question}", about with
            {
                Actor = by,
                Event = new HypothesisAccepted(order.Hypothesis.Id, by, ruling.Reasons[0]),
            }, cancel);
        }
        else if (ruling.Code is "autonomy_shadow" or "autonomy_advisory")
        {
            await world.Audit.AppendAsync($"{order.Play}/would-{order.Question}", about with
            {
                Event = new WouldHave(order.Hypothesis.Id, $"Would have tried {order.Hypothesis.Change}: {order.Hypothesis.Rationale}"),
            }, cancel);
        }

        if (ruling.Code == "autonomy_advisory")
        {
            await world.Notifier.NotifyAsync(
                new(order.Play, "info", $"{inForce.Play.Name}: suggestion", $"{order.Hypothesis.Change}\n\n{order.Hypothesis.Rationale}", $"suggestion-{order.Hypothesis.Id}")
                {
                    Kind = NoticeKind.SuggestionMade,
                },
                $"{order.Play}/suggestion-{order.Question}", cancel);
        }

        if (CapNotices.Of(order, inForce, ruling) is { } cap)
        {
            await world.Notifier.NotifyAsync(cap, $"{cap.About}/{TickClock.LocalDay(order.At, inForce.Play.Monitor.TimeZone):yyyyMMdd}", cancel);
        }

        return ruling;
    }
}
