using System.Text.Encodings.Web;
using System.Text.Json;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>One thing that can be done with a kind of variable.</summary>
/// <param name="Name">Unique within the variable: question, shorter.</param>
/// <param name="Family">Moves that work for the same reason; a gain of one speaks for the others.</param>
/// <param name="Impact">Relative gain of the goal where it works: 0.08 is 8 %. A prior, replaced by the play's own history.</param>
/// <param name="Change">What to do, one sentence for the person who does it.</param>
/// <param name="Text">The concrete setting, in words.</param>
public sealed record Move(string Name, string Family, double Impact, string Change, string Text)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ChangeClass Class { get; init; } = ChangeClass.Copy;

    public RiskLevel Risk { get; init; }

    /// <summary>Relative change of a budget; null when it touches none.</summary>
    public double? BudgetChange { get; init; }

    /// <summary>Share of the traffic it concerns.</summary>
    public double TrafficShare { get; init; } = 1;

    /// <summary>Work to make it, 1 as little as a sentence, 3 as much as a new page.</summary>
    public int Effort { get; init; } = 1;

    /// <summary>The setting as JSON; a later version says the same more strongly.</summary>
    /// <param name="variable">The variable's key.</param>
    /// <param name="version">1 for the move itself.</param>
    public VariableSetting Setting(string variable, int version = 1) => new(variable, version == 1
        ? JsonSerializer.Serialize(new { move = Name, text = Text }, Readable)
        : JsonSerializer.Serialize(new { move = Name, text = Text, version }, Readable));
}
