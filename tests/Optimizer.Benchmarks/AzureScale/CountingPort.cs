using System.Reflection;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>A port of the world that counts its calls and passes them on.</summary>
internal class CountingPort<TPort> : DispatchProxy
    where TPort : class
{
    private TPort? _inner;
    private Dictionary<string, long>? _calls;

    public static TPort Around(TPort inner, Dictionary<string, long> calls)
    {
        var port = Create<TPort, CountingPort<TPort>>();
        var counting = (CountingPort<TPort>)(object)port;
        (counting._inner, counting._calls) = (inner, calls);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        var name = $"{typeof(TPort).Name[1..]}.{targetMethod.Name}";
        _calls![name] = _calls.GetValueOrDefault(name) + 1;
        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
