using System.Globalization;
using Optimizer.Workflows.Answers;

namespace Optimizer.Cockpit.Api.Questions;

/// <param name="Id">As it stands in the text.</param>
/// <param name="Sequence">Place in the audit trail.</param>
/// <param name="Url">Where the API has the record.</param>
internal sealed record CitationShown(string Id, long Sequence, string Url)
{
    public static CitationShown Of(Citation cited) => new(
        cited.Id, cited.Sequence,
        cited.IsDecision ? $"/api/decisions/{Uri.EscapeDataString(cited.Id)}" : string.Create(CultureInfo.InvariantCulture, $"/api/audit/{cited.Sequence}"));
}
