using System.CommandLine;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;
using Optimizer.Standalone.Onboarding;

namespace Optimizer.Standalone.Commands;

/// <summary>What <c>init</c> may be told.</summary>
internal sealed class InitOptions
{
    private readonly Option<string?> _csv = new("--csv") { Description = "CSV or CSV.gz with a date and the KPI's figure a row.", HelpName = "FILE" };
    private readonly Option<string?> _date = new("--date") { Description = "Column of the day.", HelpName = "COL" };
    private readonly Option<string?> _value = new("--value") { Description = "Column of the KPI's figure.", HelpName = "COL" };
    private readonly Option<string?> _kpi = new("--kpi") { Description = "Key of the KPI: lower case letters, digits, underscores.", HelpName = "KEY" };
    private readonly Option<KpiKind?> _kind = Choice.Option<KpiKind>("--kind");
    private readonly Option<PerDay?> _perDay = Choice.Option<PerDay>("--per-day");
    private readonly Option<string?> _event = new("--event") { Description = "Event that counts as success.", HelpName = "NAME" };
    private readonly Option<string?> _unit = new("--unit") { Description = "Event by which a visitor comes in; a column of that name holds their number a day.", HelpName = "NAME" };
    private readonly Option<string?> _slug = new("--slug") { Description = "Slug of the play: lower case letters, digits, hyphens.", HelpName = "SLUG" };
    private readonly Option<string?> _name = new("--name") { Description = "What people call the play.", HelpName = "TEXT" };
    private readonly Option<string?> _direction = new("--direction") { Description = "up or down: which way the KPI is to go.", HelpName = "WAY" };
    private readonly Option<string[]?> _variables = new("--variable") { Description = "What the play may change, with its present setting; may be given again.", HelpName = "KEY=SETTING" };
    private readonly Option<string?> _zone = new("--time-zone") { Description = "IANA name; days and the daily tick are local to it.", HelpName = "ZONE" };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Take the guesses for everything that is not said, without asking." };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Shows everything, and writes nothing." };

    public void AddTo(Command command)
    {
        _kind.Description = "count, rate or money.";
        _kind.HelpName = "KIND";
        _perDay.Description = "What several rows of one day mean: one (a fault), sum or mean.";
        _perDay.HelpName = "HOW";
        _direction.AcceptOnlyFromAmong("up", "down");
        foreach (var option in new Option[] { _csv, _date, _value, _kpi, _kind, _perDay, _event, _unit, _slug, _name, _direction, _variables, _zone, _yes, DryRun })
        {
            command.Add(option);
        }
    }

    public InitAnswers Read(ParseResult parsed) => new()
    {
        Csv = parsed.GetValue(_csv) ?? "",
        Date = parsed.GetValue(_date),
        Direction = parsed.GetValue(_direction) switch { "up" => KpiDirection.HigherIsBetter, "down" => KpiDirection.LowerIsBetter, _ => null },
        Event = parsed.GetValue(_event),
        Kind = parsed.GetValue(_kind),
        Kpi = parsed.GetValue(_kpi),
        Name = parsed.GetValue(_name),
        PerDay = parsed.GetValue(_perDay),
        Slug = parsed.GetValue(_slug),
        TimeZone = parsed.GetValue(_zone),
        Unit = parsed.GetValue(_unit),
        Value = parsed.GetValue(_value),
        Variables = parsed.GetValue(_variables) ?? [],
        Yes = parsed.GetValue(_yes),
    };
}
