using System.Globalization;
using System.Text;

namespace Optimizer.Conformance.Tests.Behaviours;

/// <summary>The list of behaviours as a page that people read.</summary>
internal static class BehaviourPage
{
    /// <summary>Writes it.</summary>
    public static string Write(IEnumerable<Behaviour> behaviours, IReadOnlyDictionary<int, IReadOnlyList<string>> held)
    {
        var all = behaviours.ToList();
        var tested = all.Count(behaviour => IsTested(behaviour, held));
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # What a durable engine must do

            {all.Count} behaviours: {tested} tested, {all.Count - tested} out of scope with their reason. `Port/` is the suite that every engine runs
            (`<Topic>Conformance`, subclassed with an `IWorkflowHosting`); `Embedded/` runs it on the embedded engine in three settings and
            adds what only that engine does; `Histories/` are recorded histories that must replay for ever.
            A test names its behaviours with `[Trait("Behaviour", "31")]`; this page is written from those:
            `UPDATE_BEHAVIOURS=1 dotnet test tests/Optimizer.Conformance.Tests`.

            """);
        foreach (var topic in all.GroupBy(behaviour => behaviour.Topic))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {topic.Key}\n\n|  | Behaviour | Tested in | Left out |\n|---|---|---|---|\n");
            foreach (var behaviour in topic)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {behaviour.Number} | {behaviour.Text} | {Where(behaviour, held)} | {behaviour.Note} |\n");
            }
        }

        return page.Replace("\r\n", "\n").ToString();
    }

    /// <summary>Whether any test holds it.</summary>
    public static bool IsTested(Behaviour behaviour, IReadOnlyDictionary<int, IReadOnlyList<string>> held) =>
        held.ContainsKey(behaviour.Number);

    private static string Where(Behaviour behaviour, IReadOnlyDictionary<int, IReadOnlyList<string>> held) =>
        IsTested(behaviour, held) ? string.Join(", ", held[behaviour.Number]) : "**out of scope**";
}
