namespace Optimizer.Embedded.Running;

/// <summary>The process's thread pool: for real time.</summary>
internal sealed class PoolQueue : IWorkQueue
{
    public void Add(IThreadPoolWorkItem item, bool isNext) => ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal: isNext);
}
