using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Ports;

/// <summary>Reads and changes what is live: the e-mail tool, the page, the product. Idempotent as flags are.</summary>
public interface IVariableChannel
{
    /// <summary>Whether it can apply changes of the variable (S0-035).</summary>
    bool CanChange(Play play, Variable variable);

    /// <summary>The setting now live for everybody who is in no experiment; null when it does not know the variable.</summary>
    Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken);

    /// <summary>Makes the setting live for everybody.</summary>
    Task ApplyAsync(Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken);
}
