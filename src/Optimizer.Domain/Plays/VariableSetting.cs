namespace Optimizer.Domain.Plays;

/// <summary>What a variable is set to.</summary>
/// <param name="Variable">The variable's key.</param>
/// <param name="Json">The setting, exact text: two settings are the same when their texts are, byte for byte (S0-034).</param>
public sealed record VariableSetting(string Variable, string Json);
