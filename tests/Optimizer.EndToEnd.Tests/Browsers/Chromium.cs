namespace Optimizer.EndToEnd.Tests.Browsers;

/// <summary>The browser of this machine; nothing is downloaded.</summary>
public static class Chromium
{
    private const string Variable = "CHROMIUM";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Its program; null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? File.Exists(named) ? named : throw new InvalidOperationException($"{Variable} names {named}, and there is no such file")
        : Array.Find(Usual, File.Exists);

    /// <summary>Why tests that need it are skipped; null where it is.</summary>
    public static string? SkipReason => Path is null ? $"no Chromium here: install Debian's package chromium, or name a browser in {Variable}" : null;
}
