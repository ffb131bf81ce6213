namespace Optimizer.Cockpit.Api.Questions;

/// <param name="Id">As it stands in the text.</param>
/// <param name="Sequence">Place in the audit trail.</param>
/// <param name="Url">Where the API has the record.</param>
internal sealed record CitationShown(string Id, long Sequence, string Url);
