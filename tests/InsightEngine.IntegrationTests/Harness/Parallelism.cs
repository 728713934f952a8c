// Each class has a host and a database of its own; more at once would only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
