using Optimizer.Workflows;

namespace Optimizer.Standalone.Engine;

/// <summary>Failures as pages show them. The text is as it came: make it harmless where it is shown.</summary>
internal static class FailureText
{
    /// <summary>On one line: "HttpRequestException: 503 (caused by SocketException: refused)".</summary>
    public static string Short(Failure failure)
    {
        var root = failure;
        while (root.Cause is { } cause)
        {
            root = cause;
        }

        // What a step failed with says the same again as the failure around it.
        var beneath = ReferenceEquals(root, failure) || failure.Message.Contains(root.Message, StringComparison.Ordinal) ? "" : $" (caused by {Named(root)})";
        return Named(failure) + beneath;
    }

    /// <summary>"HttpRequestException: 503": the type without its namespace; our own types keep theirs.</summary>
    public static string Named(Failure failure) =>
        $"{(failure.Type.StartsWith("optimizer.", StringComparison.Ordinal) ? failure.Type : failure.Type[(failure.Type.LastIndexOf('.') + 1)..])}: {failure.Message}";

    /// <summary>The whole chain: each failure with its details and, when asked for, where it was thrown.</summary>
    public static IEnumerable<string> Lines(Failure failure, bool stacks)
    {
        for (var (level, link) = (0, (Failure?)failure); link is not null; level++, link = link.Cause)
        {
            var indent = new string(' ', 2 * level);
            foreach (var (line, first) in Plain.Lines($"{(level == 0 ? "" : "caused by ")}{link.Type}: {link.Message}").Select((line, at) => (line, at == 0)))
            {
                yield return first ? indent + line : $"{indent}  {line}";
            }

            foreach (var (key, value) in link.Details ?? new Dictionary<string, string>())
            {
                yield return Plain.Text($"{indent}  {key} = {value}");
            }

            foreach (var frame in stacks ? Plain.Lines(link.Stack ?? "") : [])
            {
                if (frame.Length > 0)
                {
                    yield return $"{indent}  {frame.Trim()}";
                }
            }
        }
    }
}
