using System.Text.Json;
using Optimizer.Domain.Plays;

namespace Optimizer.Cockpit.Api.Attribution;

/// <param name="Variable">The variable's key.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record SettingAnswer(string Variable, JsonElement Value)
{
    public static SettingAnswer Of(VariableSetting setting)
    {
        try
        {
            using var document = JsonDocument.Parse(setting.Json);
            return new(setting.Variable, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            // A channel may know its settings as plain text.
            return new(setting.Variable, JsonSerializer.SerializeToElement(setting.Json));
        }
    }
}
