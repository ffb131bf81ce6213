namespace Optimizer.Connectors.Faults;

/// <summary>A failure that was asked for.</summary>
public sealed class InjectedFaultException : Exception
{
    public InjectedFaultException()
        : this("a fault was injected")
    {
    }

    public InjectedFaultException(string message)
        : base(message)
    {
    }

    public InjectedFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
