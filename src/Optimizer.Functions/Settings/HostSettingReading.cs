using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Links;
using Optimizer.Connectors.Models;
using Optimizer.Workflows.Notices;

namespace Optimizer.Functions.Settings;

/// <summary>Reads the settings that are more than a word or a number.</summary>
internal static class HostSettingReading
{
    private const string File = "the setting " + SettingNames.Notifications;

    /// <summary>The task hub, as Durable Task takes it.</summary>
    public static string? Hub(SettingReader reader)
    {
        const string right = "set 3 to 45 letters and digits that begin with a letter, others for each deployment and slot, and mark the setting as sticky to its slot";
        return reader.As(SettingNames.TaskHub, reader.Text(SettingNames.TaskHub, right), text =>
            text.Length is >= 3 and <= 45 && char.IsAsciiLetter(text[0]) && text.All(char.IsAsciiLetterOrDigit) ? text : null, right);
    }

    public static LinkKey? Key(SettingReader reader)
    {
        const string right = "set at least 32 bytes of chance as hexadecimal digits, from Key Vault; openssl rand -hex 32 makes them";
        return reader.As(SettingNames.LinkKey, reader.Text(SettingNames.LinkKey, right), text =>
        {
            try
            {
                return LinkKey.Of(text, SettingNames.LinkKey);
            }
            catch (InvalidDataException)
            {
                return null;
            }
        }, right);
    }

    public static Uri? Address(SettingReader reader)
    {
        const string right = "set the address at which people reach this app, such as https://optimizer.example.com; plain http only for localhost";
        return reader.As(SettingNames.PublicAddress, reader.Text(SettingNames.PublicAddress, right), text =>
            Uri.TryCreate(text.EndsWith('/') ? text : $"{text}/", UriKind.Absolute, out var read) && read.Query.Length == 0 && read.Fragment.Length == 0 && read.UserInfo.Length == 0
                && (read.Scheme == "https" || (read.Scheme == "http" && read.IsLoopback)) ? read : null, right);
    }

    /// <summary>False when it is left out.</summary>
    public static bool Flag(SettingReader reader, string name)
    {
        const string right = "set true or false";
        return (bool?)reader.As(name, reader.Optional(name, right), text => bool.TryParse(text, out var read) ? (object)read : null, right) ?? false;
    }

    /// <summary>Null when it is left out, or wrong.</summary>
    public static TokenText? Token(SettingReader reader)
    {
        const string right = "set opt_ID_SECRET with 12 and 64 lower-case hexadecimal digits of chance, from Key Vault";
        return (TokenText?)reader.As(SettingNames.FirstAdminToken, reader.Optional(SettingNames.FirstAdminToken, right), text =>
            TokenText.Read(text) is { } token && (token.Id + token.Secret).All(char.IsAsciiHexDigitLower) ? (object)token : null, right);
    }

    /// <summary>Who is told; without the setting, whoever reads the log.</summary>
    public static NoticeSettings? Notices(SettingReader reader)
    {
        const string right = "set the text of a notifications.yaml, or the same as JSON in one line";
        if (reader.Optional(SettingNames.Notifications, right) is not { } text)
        {
            return new([new("log", SinkKind.Terminal, new())]);
        }

        var file = NoticeFile.Read(text, File);
        foreach (var problem in file.Problems)
        {
            // Not the text of the line: an address may hold a secret.
            reader.Wrong(SettingNames.Notifications, $"line {problem.Line}, {(problem.Field.Length == 0 ? "the document" : problem.Field)}: is not right; {right}, and look at it with 'optimizer notifications' on a machine of your own");
        }

        foreach (var sink in file.Settings?.Sinks.Where(sink => sink.Kind == SinkKind.File) ?? [])
        {
            reader.Wrong(SettingNames.Notifications, $"the sink {sink.Name} writes a file, and the disk of this host goes with it; name a webhook instead");
        }

        foreach (var (sink, name) in file.Settings?.Sinks.SelectMany(sink => new[] { sink.SecretVariable, sink.TokenVariable, sink.UrlVariable }.OfType<string>().Select(name => (sink.Name, name))).Distinct() ?? [])
        {
            _ = reader.Text(name, $"the sink {sink} of {SettingNames.Notifications} takes it from there: set it, from Key Vault");
        }

        return file.Settings;
    }

    /// <summary>The model that words answers; null when none is named: the records then speak for themselves.</summary>
    public static ModelSettings? Model(SettingReader reader)
    {
        const string right = "set both, or leave both out";
        var (endpoint, deployment) = (reader.Optional(SettingNames.OpenAiEndpoint, right), reader.Optional(SettingNames.OpenAiDeployment, right));
        var (model, key) = (reader.Optional(ModelSettings.ModelName, "set the id of a model"), reader.Optional(ModelSettings.AnthropicKey, "set a key of Anthropic, from Key Vault"));
        if (endpoint is null != deployment is null)
        {
            var (given, other) = endpoint is null ? (SettingNames.OpenAiDeployment, SettingNames.OpenAiEndpoint) : (SettingNames.OpenAiEndpoint, SettingNames.OpenAiDeployment);
            reader.Wrong(given, $"needs {other} beside it; {right}");
            return null;
        }

        var (settings, problem) = ModelSettings.Read(
            name => name switch { ModelSettings.ModelName => deployment ?? model, ModelSettings.AzureEndpoint => endpoint, ModelSettings.AnthropicKey => key, _ => null }, hasIdentity: true);
        if (problem is not null)
        {
            reader.Wrong(endpoint is null ? ModelSettings.ModelName : SettingNames.OpenAiEndpoint, problem);
        }

        return settings;
    }

    /// <summary>Site and slot on Azure, the machine elsewhere.</summary>
    public static string Deployment(Func<string, string?> find) =>
        find("WEBSITE_SITE_NAME") is { Length: > 0 } site ? $"{site} ({find("WEBSITE_SLOT_NAME") ?? "Production"})" : Environment.MachineName;
}
