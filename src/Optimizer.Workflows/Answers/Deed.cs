using System.Text.RegularExpressions;
using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Answers;

/// <summary>Something that the loop or a person does to a play or an experiment, and the records that say so.</summary>
/// <param name="Past">As an answer says it: "paused", after "was".</param>
/// <param name="Verbs">The words by which people mean it.</param>
/// <param name="Kinds">Kinds of records that may say it.</param>
/// <param name="Says">Whether one of them does.</param>
internal sealed record Deed(string Past, Regex Verbs, IReadOnlyList<string> Kinds, Func<AuditEvent, bool> Says);
