using System.Collections;
using System.Globalization;

namespace Optimizer.Workflows;

/// <summary>How a step failed, as it crosses the durable boundary: the exception itself never does.</summary>
/// <param name="Type">Full name of the exception's type, or one of <see cref="FailureTypes"/>.</param>
/// <param name="Message">For people.</param>
/// <param name="Stack">Where it was thrown; null when nothing was.</param>
/// <param name="Cause">What lies beneath: the inner exception.</param>
/// <param name="Details">What the thrower put under string keys of <see cref="Exception.Data"/>, as text.</param>
/// <param name="CanRetry">False for what another attempt cannot mend, such as an unknown name or an unreadable payload.</param>
public sealed record Failure(
    string Type,
    string Message,
    string? Stack = null,
    Failure? Cause = null,
    IReadOnlyDictionary<string, string>? Details = null,
    bool CanRetry = true)
{
    // A chain that refers to itself, or is absurdly deep, must not take the engine with it.
    private const int DeepestCause = 16;

    /// <summary>The failure that an exception is.</summary>
    public static Failure Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        try
        {
            return Of(exception, DeepestCause);
        }
        catch (Exception fault)
        {
            // An exception is a stranger's code too, and may throw wherever it is asked.
            return new(exception.GetType().FullName ?? exception.GetType().Name, $"what it says could not be read: {fault.GetType().Name}");
        }
    }

    /// <summary>Whether this failure or one beneath it is of the exception type, exactly.</summary>
    public bool IsCausedBy<TException>()
        where TException : Exception => Type == typeof(TException).FullName || Cause?.IsCausedBy<TException>() == true;

    private static Failure Of(Exception exception, int depth)
    {
        var cause = depth == 0 ? null
            : exception is StepFailedException step ? step.Failure
            : exception.InnerException is { } inner ? Of(inner, depth - 1)
            : null;
        var type = exception switch
        {
            PayloadTooLargeException => FailureTypes.TooLarge,
            UnreadablePayloadException => FailureTypes.Unreadable,
            _ => exception.GetType().FullName ?? exception.GetType().Name,
        };
        return new(
            type, exception.Message, exception.StackTrace, cause, DetailsOf(exception),
            exception is not (PayloadTooLargeException or UnreadablePayloadException));
    }

    private static Dictionary<string, string>? DetailsOf(Exception exception)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in exception.Data)
        {
            if (entry.Key is string key)
            {
                details[key] = TextOf(entry.Value);
            }
        }

        return details.Count == 0 ? null : details;
    }

    private static string TextOf(object? value)
    {
        try
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
        catch (Exception fault)
        {
            return $"({value?.GetType().Name}, which could not be read: {fault.GetType().Name})";
        }
    }
}
