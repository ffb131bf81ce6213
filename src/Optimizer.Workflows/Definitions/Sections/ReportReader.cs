using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads when and where a play reports.</summary>
internal static class ReportReader
{
    private static readonly WordList<Cadence> Cadences = WordList.Named(Cadence.Weekly, Cadence.Monthly, Cadence.Quarterly, Cadence.PerCycle);
    private static readonly WordList<DayOfWeek> Days = new([.. WordList.Named<DayOfWeek>().Words.Skip(1), ("sunday", DayOfWeek.Sunday)]);
    private static readonly WordList<Cadence> Reviews = WordList.Named(Cadence.Monthly, Cadence.Quarterly);

    public static ReportPlan Read(Place place)
    {
        var usual = new ReportPlan();
        return place.Fields("cadence", "day", "to", "reviews") is not { } fields
            ? usual
            : new()
            {
                Cadence = fields.Need("cadence", $"at least one of {Cadences.Sentence}").Words(Cadences) ?? [],
                Day = fields.May("day").Word(Days) ?? usual.Day,
                To = fields.May("to").Items(item => item.Text()) ?? [],
                Reviews = fields.May("reviews") is { Node: Documents.Node.List { Items.Count: 0 } } ? [] : fields.May("reviews").Words(Reviews) ?? [],
            };
    }
}
