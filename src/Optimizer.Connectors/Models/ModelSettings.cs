using System.ClientModel;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Models;

/// <summary>
/// Which model words answers, read from the environment. None unless its id is given: a key that lies about for another tool is no leave to
/// send records to a vendor. Changing the id needs no build (S1-058, C40).
/// </summary>
/// <param name="Model">Its id at Anthropic, or the name of the deployment on Azure OpenAI.</param>
/// <param name="Endpoint">Of Azure OpenAI; null for Anthropic.</param>
/// <param name="Key">Null where the identity of the host is shown instead.</param>
public sealed record ModelSettings(string Model, Uri? Endpoint, string? Key)
{
    public const string ModelName = "OPTIMIZER_MODEL";
    public const string AnthropicKey = "ANTHROPIC_API_KEY";
    public const string AzureEndpoint = "AZURE_OPENAI_ENDPOINT";
    public const string AzureKey = "AZURE_OPENAI_API_KEY";

    /// <summary>The key stays out of what is printed.</summary>
    public override string ToString() => $"{Model} at {Endpoint?.Host ?? "Anthropic"}";

    /// <summary>Reads the settings; neither is set when no model is asked for.</summary>
    /// <param name="find">The environment; null or empty for what is not there.</param>
    /// <param name="hasIdentity">Whether the host has an identity that Azure OpenAI takes in place of a key.</param>
    /// <returns>The settings, or what is wrong with them.</returns>
    public static (ModelSettings? Settings, string? Problem) Read(Func<string, string?> find, bool hasIdentity)
    {
        ArgumentNullException.ThrowIfNull(find);
        if (Of(ModelName) is not { } model)
        {
            return default;
        }

        if (Of(AzureEndpoint) is { } address)
        {
            return !Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || !(endpoint.Scheme == "https" || (endpoint.Scheme == "http" && endpoint.IsLoopback))
                ? (null, $"{AzureEndpoint} is no https address, such as https://name.openai.azure.com/")
                : Of(AzureKey) is null && !hasIdentity ? (null, $"{ModelName} is set and {AzureEndpoint} too, but not {AzureKey}")
                : (new(model, endpoint, Of(AzureKey)), null);
        }

        return Of(AnthropicKey) is { } key ? (new(model, null, key), null)
            : (null, $"{ModelName} is set, but neither {AnthropicKey} nor {AzureEndpoint}");

        string? Of(string name) => find(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>What asks the model.</summary>
    /// <param name="identity">Of the host, where <see cref="Key"/> is null.</param>
    /// <exception cref="InvalidOperationException">There is neither key nor identity.</exception>
    public IRephraser Open(AuthenticationTokenProvider? identity = null) => (Endpoint, Key) switch
    {
        ({ } endpoint, { } key) => new AzureRephraser(endpoint, Model, key),
        ({ } endpoint, null) when identity is not null => new AzureRephraser(endpoint, Model, identity),
        (null, { } key) => new AnthropicRephraser(Model, key),
        _ => throw new InvalidOperationException($"the model {Model} has neither key nor identity"),
    };
}
