namespace Optimizer.Functions.Settings;

/// <summary>Reads settings by name and gathers all that is wrong with them, so that one start tells everything.</summary>
/// <param name="find">The settings; null for one that is not there.</param>
internal sealed class SettingReader(Func<string, string?> find)
{
    // What the platform leaves in place of a secret that it could not fetch.
    private const string Reference = "@Microsoft.KeyVault(";

    private static readonly string Example = new('0', 32);

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Whether the setting is there, however it reads.</summary>
    public bool Has(string name) => find(name) is not null;

    public void Wrong(string name, string right) => _problems.Add($"{name}: {right}");

    /// <summary>The text of a setting that must be there; null when it is wrong.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="right">What would be right, for people.</param>
    public string? Text(string name, string right)
    {
        switch (find(name))
        {
            case null:
                Wrong(name, $"is not set; {right}");
                return null;
            case var text when string.IsNullOrWhiteSpace(text):
                Wrong(name, $"is empty; {right}");
                return null;
            case var text when text.TrimStart().StartsWith(Reference, StringComparison.OrdinalIgnoreCase):
                Wrong(name, "is a reference to Key Vault that was not resolved; check that the secret exists and that the identity of this app may read it");
                return null;
            case var text:
                return text.Trim();
        }
    }

    /// <summary>The text of a setting that may be left out, in which case it is null without being wrong.</summary>
    public string? Optional(string name, string right) => Has(name) ? Text(name, $"{right}, or leave it out") : null;

    /// <summary>What a text means; null, and noted, when it means nothing.</summary>
    public T? As<T>(string name, string? text, Func<string, T?> read, string right)
        where T : class
    {
        if (text is null)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            Wrong(name, $"does not read; {right}");
        }

        return value;
    }

    /// <summary>What stands in the repository for everybody to see is no secret, and is taken on this machine alone.</summary>
    public void RefuseExample(Uri? address, string name)
    {
        if (address is { IsLoopback: false } && find(name) is { } text && text.Contains(Example, StringComparison.Ordinal))
        {
            Wrong(name, "is the one of local.settings.sample.json, which everybody knows; make one by chance");
        }
    }
}
