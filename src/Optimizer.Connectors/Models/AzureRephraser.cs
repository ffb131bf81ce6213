using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Models;

/// <summary>Asks a model that is deployed on Azure OpenAI, through its v1 endpoint.</summary>
public sealed class AzureRephraser : IRephraser
{
    private const string Scope = "https://ai.azure.com/.default";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(7);

    private readonly ChatClient _chat;

    /// <summary>With a key.</summary>
    /// <param name="endpoint">Of the resource, such as https://name.openai.azure.com/.</param>
    /// <param name="deployment">Name of the deployment; stands as the model's id.</param>
    /// <param name="key">Of the resource; stands in no log and no message.</param>
    public AzureRephraser(Uri endpoint, string deployment, string key)
        : this(deployment, new(deployment, new ApiKeyCredential(key), Options(endpoint)))
    {
    }

    /// <summary>By identity.</summary>
    /// <param name="endpoint">Of the resource.</param>
    /// <param name="deployment">Name of the deployment.</param>
    /// <param name="identity">Who asks, such as the identity of the app.</param>
    public AzureRephraser(Uri endpoint, string deployment, AuthenticationTokenProvider identity)
#pragma warning disable OPENAI001 // Marked as one that may change: it is how Azure documents to call without a key.
        : this(deployment, new(deployment, new BearerTokenPolicy(identity, Scope), Options(endpoint)))
#pragma warning restore OPENAI001
    {
    }

    private AzureRephraser(string model, ChatClient chat) => (Model, _chat) = (model, chat);

    public string Model { get; }

    public async Task<string?> RephraseAsync(string question, string text, CancellationToken cancellationToken)
    {
        ChatCompletion answer = await _chat.CompleteChatAsync(
            [new SystemChatMessage(RephrasePrompt.System), new UserChatMessage(RephrasePrompt.Data(question, text))],
            new() { MaxOutputTokenCount = RephrasePrompt.MostTokens }, cancellationToken);

        // What was cut off, filtered or refused is no answer.
        return answer.FinishReason == ChatFinishReason.Stop && answer.Refusal is null ? string.Concat(answer.Content.Select(part => part.Text)) : null;
    }

    private static OpenAIClientOptions Options(Uri endpoint) => new()
    {
        Endpoint = endpoint.AbsolutePath.TrimEnd('/').EndsWith("/openai/v1", StringComparison.Ordinal) ? endpoint : new(endpoint, "/openai/v1/"),
        NetworkTimeout = Longest,
        RetryPolicy = new ClientRetryPolicy(1),
    };
}
