using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>What one tick has to write and tell; all keys are made of the play and the number of the tick.</summary>
internal sealed class TickBook(TickOrder order, PlayTerms terms)
{
    public const string Loop = "loop";

    private readonly List<KeyedEntry> _entries = [];
    private readonly List<Notice> _notices = [];

    public TickOrder Order { get; } = order;

    public PlayTerms Terms { get; } = terms;

    public IReadOnlyList<KeyedEntry> Entries => _entries;

    public IReadOnlyList<Notice> Notices => _notices;

    public string Key(string what) => $"{Order.Play}/tick-{Order.Tick}/{what}";

    public void Add(string what, AuditEvent happened) => _entries.Add(Entry(what, happened));

    public KeyedEntry Entry(string what, AuditEvent happened, string? cause = null) => new(Key(what), new()
    {
        Actor = Loop,
        At = Order.At,
        Cause = cause ?? $"{Order.Play}/tick-{Order.Tick}",
        Event = happened,
        Play = Order.Play,
    });

    public void Tell(Notice notice) => _notices.Add(notice);

    /// <summary>Enrolment, a changed definition or policy, and ticks that nobody took.</summary>
    public void NoteChanges()
    {
        if (Order.DefinitionHash.Length == 0)
        {
            var (play, policy) = (Terms.Play, Terms.Policy);
            Add("enrolled", new PlayEnrolled(
                play.Name, Terms.DefinitionHash, policy.Profile.ToString(), policy.Site, [.. play.Primary.Select(kpi => kpi.Key)],
                [.. play.Kpis.Where(kpi => !kpi.Measure.IsTracked).Select(kpi => kpi.Key)],
                policy.AutonomyStart));
            return;
        }

        if (Order.DefinitionHash != Terms.DefinitionHash)
        {
            Add("definition", new DefinitionChanged("definition", Order.DefinitionHash, Terms.DefinitionHash));
        }

        if (Order.PolicyHash != Terms.PolicyHash)
        {
            Add("policy", new DefinitionChanged("policy", Order.PolicyHash, Terms.PolicyHash));
        }

        if (Order.Due is { } due && (int)(Order.At - due).TotalDays is > 0 and var missed)
        {
            Add("missed", new TickMissed(missed, due));
        }
    }

    /// <summary>One line per KPI for the play's record elsewhere (S0-022).</summary>
    public string Note(IEnumerable<AuditEvent> readings) => string.Join("\n", readings.Concat(_entries.Select(entry => entry.Entry.Event)).Select(happened => happened switch
    {
        KpiRead read => $"{read.Kpi}: {read.Class}. {string.Join(" ", read.Reasons)}",
        AnomalyFound found => $"{found.Kpi}: {found.Class}. {string.Join(" ", found.Reasons)}",
        TrackingMissing missing => $"Not tracked: {string.Join(", ", missing.Kpis.Concat(missing.Events))}.",
        _ => "",
    }).Where(line => line.Length > 0));
}
