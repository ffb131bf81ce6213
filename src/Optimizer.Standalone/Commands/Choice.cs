using System.CommandLine;
using System.CommandLine.Parsing;

namespace Optimizer.Standalone.Commands;

/// <summary>Options with a few words to choose from, in any case; numbers and other words are refused in one line.</summary>
internal static class Choice
{
    public static Option<T?> Option<T>(string name)
        where T : struct, Enum => new(name) { CustomParser = result => Parse<T>(result, name) };

    private static T? Parse<T>(ArgumentResult result, string name)
        where T : struct, Enum
    {
        var word = result.Tokens[0].Value;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        result.AddError($"{name} must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, not '{word}'.");
        return null;
    }
}
