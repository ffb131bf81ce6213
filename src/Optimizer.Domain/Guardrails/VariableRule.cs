namespace Optimizer.Domain.Guardrails;

/// <summary>Variables of which a definition or policy wants every change approved.</summary>
public static class VariableRule
{
    public const string Code = "variable_approval";
    public const string Key = "approval.variables";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var variable = asked.Action.Variable ?? "the variable";
        return asked switch
        {
            { IsChange: false } => null,
            { Action.IsAutonomousVariable: false } =>
                Opinion.Ask(Code, $"the definition wants every change of {variable} approved", Seats.Of(asked.Policy, asked.Action.Class)),
            _ when asked.Policy.AskVariables.Contains(variable, StringComparer.OrdinalIgnoreCase) =>
                Opinion.Ask(Code, $"every change of {variable} is approved{asked.From(Key)}", Seats.Of(asked.Policy, asked.Action.Class)),
            _ => null,
        };
    }
}
