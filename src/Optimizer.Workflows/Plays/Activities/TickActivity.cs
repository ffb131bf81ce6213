using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>One look at a play's KPIs, its tracking and its autonomy (S0-013 to S0-023, S0-063, S0-064).</summary>
internal sealed class TickActivity(World world, TermsReader terms)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    public static Activity<TickOrder, TickReading> Handle { get; } = new(ActivityNames.PlayTick);

    public async Task<TickReading> RunAsync(ActivityContext context, TickOrder order)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.InForceAsync(order.Play, cancel);
        var book = new TickBook(order, inForce);
        book.NoteChanges();
        var tracking = await new TrackingCheck(world).RunAsync(inForce.Play, order, cancel);
        await TellTrackingAsync(book, tracking, cancel);
        await world.Audit.AppendAsync(book.Entries, cancel);
        var kpis = inForce.Play.Primary.Where(kpi => kpi.Measure.IsTracked).ToList();
        var readings = new List<KeyedEntry>();
        foreach (var kpi in kpis)
        {
            readings.Add(await ReadAsync(book, kpi, cancel));
        }

        // What is stored first is what counts: a tick that failed and is taken again may read something else.
        var stored = await world.Audit.AppendAsync(readings, cancel);
        var seen = kpis.Zip(stored, (kpi, record) => (kpi.Key, Seen: KpiSight.Of(inForce.Play, kpi, record.Entry, order.Marks.GetValueOrDefault(kpi.Key)))).ToList();
        var worst = seen.Select(each => each.Seen.Anomaly).Aggregate((AnomalyFacts?)null, Worse);
        var broken = await new GuardrailWatch(world).RunAsync(book, cancel);
        worst ??= Triggered(book, broken);
        var card = order.Card with
        {
            Anomalies = order.Card.Anomalies + (worst is null ? 0 : 1),
            QuietDays = order.Card.QuietDays + (worst is null && tracking.IsTracked ? 1 : 0),
        };
        var marks = seen.ToDictionary(each => each.Key, each => each.Seen.Mark, StringComparer.Ordinal);
        var reopens = order.IsConverged ? Reentry.Of(inForce.Play, marks) : null;
        var reading = Graduated(book, card, order.IsConverged && reopens is null) with
        {
            Anomaly = worst,
            Acting = [.. broken.Where(each => !order.Broken.Contains(each.Id) && each.Action is GuardrailAction.Pause or GuardrailAction.Revert)],
            Broken = [.. broken.Select(each => each.Id)],
            Reopens = reopens,
            IsTracked = tracking.IsTracked,
            TrackingFault = tracking.Fault,
            Marks = marks,
        };
        await world.Audit.AppendAsync(book.Entries, cancel);
        await TellAsync(book, [.. stored.Select(record => record.Entry.Event)], cancel);
        return reading;
    }

    /// <summary>A guardrail may ask for a diagnosis where the classes see nothing.</summary>
    private static AnomalyFacts? Triggered(TickBook book, IReadOnlyList<BrokenGuardrail> broken)
    {
        var loop = broken.FirstOrDefault(each => each.Action == GuardrailAction.TriggerLoop && book.Terms.Play.Primary.Any(kpi => kpi.Key == each.Metric));
        return loop is null ? null : new($"{book.Order.Play}/guardrail/{book.Order.At:yyyy-MM-dd}", loop.Metric, KpiClass.Drop, null);
    }

    private static AnomalyFacts? Worse(AnomalyFacts? one, AnomalyFacts? other) =>
        other is null || one is not null && Rank(one) <= Rank(other) ? one : other;

    private static int Rank(AnomalyFacts facts) => facts.Class switch
    {
        KpiClass.Drop => 0,
        KpiClass.Decline => 1,
        KpiClass.Spike => 2,
        KpiClass.Growth => 3,
        KpiClass.Plateau => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Class, "is no class that asks for action"),
    };

    private async Task<KeyedEntry> ReadAsync(TickBook book, PlayKpi kpi, CancellationToken cancel)
    {
        var (order, play) = (book.Order, book.Terms.Play);
        var last = TickClock.LocalDay(order.At, play.Monitor.TimeZone).AddDays(-1);
        var rules = KpiBands.RulesOf(play.Monitor, kpi.Direction);
        var first = last.AddDays(1 - Math.Max(MonitoringRules.HistoryDays, rules.NeedDays + 7 * (rules.PlateauWeeks - 1)));
        var points = await world.Kpis.ReadAsync(play, kpi, first, last, cancel);
        if (!points.Any(point => point.Value is not null))
        {
            return book.Entry($"kpi/{kpi.Key}", new KpiRead(kpi.Key, KpiClass.InsufficientData, null, null, last, ["No day of the last eight weeks has a figure."]));
        }

        // Figures that make no sense are a source that answers nonsense: the step fails, is tried again, and then says so.
        var series = KpiSeries.Create(kpi.ToKpi(), points, sort: true).Required();
        var reading = Domain.Monitoring.Monitor.Classify(series, rules);
        var former = order.Marks.GetValueOrDefault(kpi.Key);
        var told = former?.Told.TryGetValue(reading.Class, out var at) == true ? at : (DateTimeOffset?)null;
        if (KpiSight.Facts(play, kpi, reading.Class, reading.Change, last) is not { } facts
            || former?.Class == reading.Class && told is { } before && order.At - before < TimeSpan.FromDays(7))
        {
            return book.Entry($"kpi/{kpi.Key}", new KpiRead(
                kpi.Key, reading.Class, reading.Change, KpiSight.Recent(series, last), last, reading.Reasons, LastWeek(series, last)));
        }

        if (told is not { } earlier || order.At - earlier >= Quiet)
        {
            var severity = facts.Class == KpiClass.Drop ? "high" : "info";
            book.Tell(new Notice(play.Slug, severity, $"{play.Name}: {kpi.Key} {reading.Class.ToString().ToLowerInvariant()}",
                string.Join("\n", reading.Reasons), $"anomaly-{play.Slug}-{kpi.Key}-{reading.Class}")
            {
                Kind = NoticeKind.AnomalyFound,
                Kpi = kpi.Key,
            });
        }

        return book.Entry($"kpi/{kpi.Key}", new AnomalyFound(
            facts.Id, kpi.Key, reading.Class, reading.Change, series.Start,
            [.. Enumerable.Range(0, series.Days).Select(day => series[series.Start.AddDays(day)])], reading.Reasons), facts.Id);
    }

    private static List<double?> LastWeek(KpiSeries series, DateOnly last) => [.. Enumerable.Range(0, 7).Select(day => series[last.AddDays(day - 6)])];

    private static TickReading Graduated(TickBook book, Scorecard card, bool isConverged)
    {
        var (order, terms) = (book.Order, book.Terms);
        var level = order.DefinitionHash.Length == 0
            ? terms.Policy.AutonomyStart
            : order.Autonomy;
        var ruling = Graduation.Judge(level, order.DefinitionHash.Length == 0 ? order.At : order.AutonomySince, card, order.At, terms.Policy);
        var reading = new TickReading
        {
            Autonomy = level,
            Card = card,
            DefinitionHash = terms.DefinitionHash,
            IsProactive = terms.Policy.IsProactive,
            IsTracked = true,
            Marks = order.Marks,
            MaxDiagnosesPerWeek = terms.Policy.MaxDiagnosesPerWeek,
            NextTick = TickClock.Next(order.At, terms.Play.Monitor.At, terms.Play.Monitor.TimeZone, EveryDays(terms, isConverged)),
            PolicyHash = terms.PolicyHash,
        };
        if (ruling.To == level)
        {
            return reading;
        }

        if (!ruling.NeedsSignOff)
        {
            book.Add("autonomy", new AutonomyChanged(level, ruling.To, "policy", ruling.Reasons));
            return reading with { Autonomy = ruling.To, Card = new() };
        }

        return order.MaySignOff ? reading with { SignOff = SignOff(book, level, ruling), SignOffTo = ruling.To } : reading;
    }

    private static ApprovalRequest SignOff(TickBook book, Autonomy level, GraduationRuling ruling) => new()
    {
        Action = ActionKind.RaiseAutonomy,
        After = ruling.To.ToString(),
        AskedAt = book.Order.At,
        Before = level.ToString(),
        Class = ChangeClass.Strategy,
        ExpiresAt = book.Order.At.AddHours(book.Terms.Policy.ApprovalHours),
        Id = $"{book.Order.Play}-q{book.Order.Question}",
        OnTimeout = TimeoutAction.Park,
        PayloadHash = PayloadHash.Of(book.Order.Play, level.ToString(), ruling.To.ToString()),
        Play = book.Order.Play,
        Reasons = ruling.Reasons,
        RequestedBy = TickBook.Loop,
        Seat = Seat.Manager,
        Title = $"Let {book.Terms.Play.Name} act at level {ruling.To.ToString().ToLowerInvariant()} (now {level.ToString().ToLowerInvariant()})",
    };

    private static int EveryDays(PlayTerms terms, bool converged)
    {
        var usual = terms.Play.Monitor.Cadence.Contains(Cadence.Daily) ? terms.Policy.DecideEveryDays : 7;
        return converged ? Math.Max(usual, terms.Play.Convergence.MonitorEvery.Days(terms.Play.Cycle)) : usual;
    }

    private async Task TellTrackingAsync(TickBook book, TrackingReading tracking, CancellationToken cancel)
    {
        if (tracking.IsTracked || !book.Order.WasTracked && book.Order.DefinitionHash == book.Terms.DefinitionHash)
        {
            return;
        }

        var play = book.Terms.Play;
        var task = await world.Issues.OpenAsync(
            $"tracking/{play.Slug}/{book.Terms.DefinitionHash}", $"Fix tracking of {play.Name}", tracking.Fault!, book.Key("issue"), cancel);
        var blind = tracking.Source is null ? tracking.Kpis : [.. play.Primary.Select(kpi => kpi.Key)];
        book.Add("tracking", new TrackingMissing(blind, tracking.Events, task));
    }

    private async Task TellAsync(TickBook book, IReadOnlyList<AuditEvent> readings, CancellationToken cancel)
    {
        foreach (var notice in book.Notices)
        {
            await world.Notifier.NotifyAsync(notice, book.Key(notice.About), cancel);
        }

        await world.Campaign.NoteAsync(book.Order.Play, "Monitoring", book.Note(readings), book.Key("note"), cancel);
    }
}
