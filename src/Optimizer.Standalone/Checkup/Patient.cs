using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Checkup;

/// <summary>The install that is looked at.</summary>
/// <param name="Folder">The data directory, in full.</param>
/// <param name="Clock">Now.</param>
/// <param name="Token">Of the environment; null without one.</param>
internal sealed record Patient(string Folder, TimeProvider Clock, string? Token)
{
    /// <summary>Carries what asks the outside; null for the network itself.</summary>
    public HttpMessageHandler? Network { get; init; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public string PlaysFolder => Path.Combine(Folder, ServeOptions.PlaysName);

    public string PolicyFile => Path.Combine(Folder, ServeOptions.PolicyName);

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>The option that makes a command look at this directory.</summary>
    public string Data => Folder == Path.GetFullPath(".optimizer") ? "" : $" --data {Shell(Folder)}";

    /// <summary>A path as it is typed in a shell.</summary>
    public static string Shell(string path) =>
        path.All(sign => char.IsAsciiLetterOrDigit(sign) || "/._-".Contains(sign, StringComparison.Ordinal)) ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
