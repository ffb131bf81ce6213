using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Monitoring;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>Puts the list together: lines of all plays from the board, the rest only of those that are shown.</summary>
internal sealed class PlaysReader(ServedLoop loop, Board board, PlayBases bases, DecisionCache decisions, Sparks sparks)
{
    public const int PerPage = 50;

    public async Task<PlaysModel> ReadAsync(PlaysFilter filter, CancellationToken cancellationToken)
    {
        var reading = await board.ReadAsync(cancellationToken);
        var asked = reading.Questions.GroupBy(question => question.Request.Play, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var found = new List<PlayLine>();
        foreach (var line in reading.Plays.Where(line => (filter.Stage ?? line.Stage) == line.Stage && (filter.Autonomy ?? line.Autonomy) == line.Autonomy))
        {
            if (await HoldsAsync(line, filter.Text, cancellationToken))
            {
                found.Add(line);
            }
        }

        var rows = new List<PlayRow>();
        foreach (var line in found.OrderBy(line => Attention.Rank(line, asked.ContainsKey(line.Id))).Skip(filter.Skip).Take(PerPage))
        {
            rows.Add(await RowAsync(line, asked.GetValueOrDefault(line.Id), cancellationToken));
        }

        return new(
            rows, filter, found.Count, reading.Plays.Count, reading.Plays.Count(line => Attention.NeedsPerson(line, asked.ContainsKey(line.Id))),
            [.. reading.Plays.GroupBy(line => line.Stage).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))],
            [.. reading.Plays.GroupBy(line => line.Autonomy).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))],
            filter.Skip + PerPage < found.Count ? (filter with { Skip = filter.Skip + PerPage }).Address() : null);
    }

    private async Task<bool> HoldsAsync(PlayLine line, string text, CancellationToken cancellationToken) =>
        text.Length == 0 || line.Id.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (await loop.Terms.InForceAsync(line.Id, cancellationToken)).Play.Name.Contains(text, StringComparison.OrdinalIgnoreCase);

    private async Task<PlayRow> RowAsync(PlayLine line, ApprovalQuestion? question, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        var basis = await bases.ReadAsync(line.Id, now, cancellationToken);
        var stand = line.Kpis.MaxBy(Weight);
        var spark = stand is null ? null : await sparks.ReadAsync(line, stand.Kpi, cancellationToken);
        var view = line.Experiment is { } live && (await loop.Client.StatusAsync(LoopNames.ExperimentId(live), cancellationToken))?.Status is { } status
            ? status.ReadAs<ExperimentView>("the view of an experiment", live)
            : null;
        return new()
        {
            Days = spark?.Days ?? [],
            Decision = view?.LastLook is { Decision.Length: > 0 } look
                ? new(look.Decision, view.Experiment, look.Kind, view.StartedAt.AddDays(look.Day), look.Reasons)
                : await decisions.LastOfAsync(line.Id, line.LastDecision, null, cancellationToken),
            Kpi = stand is null ? null : basis?.Terms.Play.Kpis.FirstOrDefault(kpi => kpi.Key == stand.Kpi),
            Line = line,
            Name = basis?.Terms.Play.Name ?? line.Id,
            Progress = view is null ? null : (view.LastLook?.Day ?? 0, view.EndDay),
            Record = spark?.Record,
            Stand = stand,
            Starts = basis is null ? null : CapReadings.Of(line.Id, basis.Page.History, basis.Terms.Policy, now).First(cap => cap.Rule == PlayStartsRule.Code),
            Waiting = question is null ? null : WaitingOn.Of(question),
        };
    }

    // Of several primary KPIs the one that asks for something is shown.
    private static int Weight(KpiStand stand) => stand.Class switch
    {
        KpiClass.Drop or KpiClass.FlatZero => 4,
        KpiClass.Spike or KpiClass.Plateau => 3,
        KpiClass.Decline or KpiClass.Growth or KpiClass.FromZero => 2,
        KpiClass.Normal => 1,
        _ => 0,
    };
}
