namespace Optimizer.Cockpit.Live;

/// <summary>What has changed since the message before.</summary>
/// <param name="Head">Number of the last record.</param>
/// <param name="Subjects">play:SLUG and experiment:ID of all that it was about; - for what concerns everything.</param>
internal sealed record LiveChange(long Head, IReadOnlyList<string> Subjects);
