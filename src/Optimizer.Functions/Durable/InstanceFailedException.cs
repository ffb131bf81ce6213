using Microsoft.DurableTask;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>
/// Ends an instance as failed. Of an exception Durable Task keeps type and message only, so the message carries the whole failure: for
/// people in its first lines, as JSON in its last.
/// </summary>
internal sealed class InstanceFailedException(Failure failure) : Exception($"{failure.Message}\n{Mark}{Envelopes.Of(failure)}")
{
    private const string Mark = "optimizer-failure:";

    /// <summary>The failure in a text that Durable Task kept; null when there is none.</summary>
    public static Failure? Find(string? text)
    {
        var at = text?.LastIndexOf(Mark, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : Envelopes.Find<Failure>(text![(at + Mark.Length)..].Split('\n')[0]);
    }

    /// <summary>
    /// How an instance or a step failed: as our code said, or as Durable Task says of what it found itself, such as steps that do not fit
    /// the history.
    /// </summary>
    public static Failure Of(TaskFailureDetails details)
    {
        for (var each = details; each is not null; each = each.InnerFailure)
        {
            if (Find(each.ErrorMessage) is { } failure)
            {
                return failure;
            }
        }

        return new(
            details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? Of(inner) : null,
            details.Properties?.ToDictionary(property => property.Key, property => $"{property.Value}", StringComparer.Ordinal));
    }

    /// <summary>As above, out of what is kept as the output of a failed instance.</summary>
    public static Failure OfOutput(string? output)
    {
        var text = output is ['"', .., '"'] ? Envelopes.Find<string>(output) ?? output : output;
        return Find(text) ?? new("", text ?? "it failed, and nothing was kept of how");
    }
}
