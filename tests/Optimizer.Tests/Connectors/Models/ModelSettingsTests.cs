using Optimizer.Connectors.Models;

namespace Optimizer.Tests.Connectors.Models;

public sealed class ModelSettingsTests
{
    [Theory]
    [Trait("Req", "C40")]
    [InlineData("OPTIMIZER_MODEL=claude-x;ANTHROPIC_API_KEY=k", "claude-x at Anthropic")]
    [InlineData("OPTIMIZER_MODEL=gpt;AZURE_OPENAI_ENDPOINT=https://name.openai.azure.com/;AZURE_OPENAI_API_KEY=k", "gpt at name.openai.azure.com")]
    [InlineData("OPTIMIZER_MODEL=gpt;AZURE_OPENAI_ENDPOINT=https://name.openai.azure.com/;AZURE_OPENAI_API_KEY=k;ANTHROPIC_API_KEY=k", "gpt at name.openai.azure.com")]
    public void Read_Complete_NamesTheModelAndNotTheKey(string environment, string said)
    {
        var (settings, problem) = ModelSettings.Read(Of(environment), hasIdentity: false);

        Assert.Equal((said, null), (settings!.ToString(), problem));
        Assert.Equal(settings.Model, settings.Open().Model);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ANTHROPIC_API_KEY=k")]
    [InlineData("AZURE_OPENAI_ENDPOINT=https://name.openai.azure.com/;AZURE_OPENAI_API_KEY=k")]
    [InlineData("OPTIMIZER_MODEL= ;ANTHROPIC_API_KEY=k")]
    public void Read_NoModelNamed_IsNoneAndNothingIsSentAnywhere(string environment) => Assert.Equal((null, null), ModelSettings.Read(Of(environment), hasIdentity: true));

    [Theory]
    [InlineData("OPTIMIZER_MODEL=x", "ANTHROPIC_API_KEY")]
    [InlineData("OPTIMIZER_MODEL=x;AZURE_OPENAI_ENDPOINT=http://name.openai.azure.com/;AZURE_OPENAI_API_KEY=secret", "AZURE_OPENAI_ENDPOINT")]
    [InlineData("OPTIMIZER_MODEL=x;AZURE_OPENAI_ENDPOINT=name;AZURE_OPENAI_API_KEY=secret", "AZURE_OPENAI_ENDPOINT")]
    [InlineData("OPTIMIZER_MODEL=x;AZURE_OPENAI_ENDPOINT=https://name.openai.azure.com/", "AZURE_OPENAI_API_KEY")]
    public void Read_Incomplete_SaysWhatIsMissingAndNoValue(string environment, string said)
    {
        var (settings, problem) = ModelSettings.Read(Of(environment), hasIdentity: false);

        Assert.Null(settings);
        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    private static Func<string, string?> Of(string environment)
    {
        var set = environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return name => set.GetValueOrDefault(name);
    }
}
