using System.Globalization;
using Optimizer.Domain.Attribution;

namespace Optimizer.Connectors.Ledger;

/// <summary>A part that was given to the ledger and waits for its answers.</summary>
/// <param name="part">Its rows.</param>
/// <param name="answers">Of its events, in order.</param>
/// <param name="setAside">Ends when the rows that are no events are kept.</param>
internal sealed class PartInWriting(ImportPart part, Task<IReadOnlyList<EventAnswer>> answers, Task setAside)
{
    public bool IsAnswered => answers.IsCompleted && setAside.IsCompleted;

    /// <summary>Waits until it is durable, and counts it.</summary>
    public async Task CountAsync(ImportCount count)
    {
        await Task.WhenAll(answers, setAside);
        var each = await answers;
        for (var i = 0; i < each.Count; i++)
        {
            count.Add(each[i], each[i].Kind == EventAnswerKind.Quarantined ? string.Create(CultureInfo.InvariantCulture, $"{part.File}:{part.LineOf(i)}: ") : "");
        }

        foreach (var row in part.Refused)
        {
            count.SetAside(row.Code, row.Why);
        }
    }
}
