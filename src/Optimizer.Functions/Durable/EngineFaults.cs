using Grpc.Core;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>Requests to the platform; what says that it cannot take any becomes the port's word for it.</summary>
internal static class EngineFaults
{
    /// <exception cref="EngineUnavailableException">The platform does not answer, or has failed itself, as when its storage is out.</exception>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RpcException fault) when (IsOutage(fault.StatusCode))
        {
            throw new EngineUnavailableException($"Durable Task answered {fault.StatusCode}: {fault.Status.Detail}", fault);
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Cancelled)
        {
            throw new OperationCanceledException("the request was cancelled", fault);
        }
    }

    public static Task AskAsync(Func<Task> ask) => AskAsync(async () =>
    {
        await ask();
        return true;
    });

    // The host answers with Unknown or Internal whatever its storage threw.
    private static bool IsOutage(StatusCode code) => code is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted
        or StatusCode.Aborted or StatusCode.Internal or StatusCode.Unknown;
}
