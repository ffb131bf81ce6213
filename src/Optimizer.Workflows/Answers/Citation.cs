using System.Globalization;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Workflows.Answers;

/// <summary>A record that a sentence rests on.</summary>
/// <param name="Id">As it stands in the text: a decision's id, such as onboarding-3.14, else # and the place in the trail.</param>
/// <param name="Sequence">Place in the trail.</param>
/// <param name="IsDecision">Whether it is a decision on evidence, which has a page of its own.</param>
public sealed record Citation(string Id, long Sequence, bool IsDecision)
{
    /// <summary>Where the API has the record.</summary>
    public string Path => IsDecision ? $"/api/decisions/{Id}" : string.Create(CultureInfo.InvariantCulture, $"/api/audit/{Sequence}");

    /// <summary>The citation of a record: one id for one record.</summary>
    public static Citation Of(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Entry.Event is DecisionMade made && Says.IsPlainId(made.Record.Id)
            ? new(made.Record.Id, record.Sequence, true)
            : new(string.Create(CultureInfo.InvariantCulture, $"#{record.Sequence}"), record.Sequence, false);
    }
}
