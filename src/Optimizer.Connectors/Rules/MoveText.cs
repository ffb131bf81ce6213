using System.Text.Json;
using Optimizer.Domain.Hypotheses;

namespace Optimizer.Connectors.Rules;

/// <summary>Reads a setting back as the move that it was made from; settings of people or models are none of ours.</summary>
internal static class MoveText
{
    /// <summary>The move and its version; null when the setting is not of the catalogue.</summary>
    public static (Move Move, int Version)? Of(string variable, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("move", out var name) || name.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var move = MoveCatalogue.For(variable).FirstOrDefault(move => move.Name == name.GetString());
            var version = document.RootElement.TryGetProperty("version", out var number) && number.TryGetInt32(out var read) ? read : 1;
            return move is null ? null : (move, version);
        }
        catch (JsonException)
        {
            // Not written by these rules: it belongs to no family, and is weighed as a neighbour only.
            return null;
        }
    }

    public static string? FamilyOf(Hypothesis hypothesis) => Of(hypothesis.Variable, hypothesis.Setting.Json)?.Move.Family;
}
